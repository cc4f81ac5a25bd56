"""Mails: headers, own and quoted words, attachments."""

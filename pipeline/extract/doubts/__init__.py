"""What keeps a finding from being accepted without a person."""

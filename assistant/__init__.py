"""Thinks: understands a question, finds the evidence, composes, verifies and tells; drafts sections the same way."""

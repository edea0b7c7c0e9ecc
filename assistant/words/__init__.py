"""Texts as words and concepts: wordings joined by the glossary, marks restored, short forms spelled out."""

"""The commands of `baocao`, one module a desk."""

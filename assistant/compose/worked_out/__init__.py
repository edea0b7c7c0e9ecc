"""What no report states but follows from what it does: sums, remainders, shares, the way to a target."""

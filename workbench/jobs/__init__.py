"""Delivery of background work. The job table is the truth; this package only runs what it says."""

"""Tests that need the training environment: `make test-training`."""

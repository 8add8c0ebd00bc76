"""The modules of `Scripts/make-sample-calls`, which synthesises the sample workspace."""

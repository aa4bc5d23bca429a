intake-error-too-fast = That was too fast for me. Wait ten seconds and repeat your last step.

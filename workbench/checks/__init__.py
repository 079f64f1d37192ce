"""What is wrong with a translation, as findings: one type for every kind of check.

`findings` has the type, `base` says what a check of a sentence is, `registry` lists them all and `running` runs them so
that one that fails takes nothing else down. `drift` makes findings of a comparison of readability. Those of a model's
faults are made where faults are known, in `translation.fault_findings`.
"""

"""Translation memory and glossary: pure matching of sentences and terms; `services` keep the entries."""

# Each word is a thin call of `python -m macros`, which also sets up what it needs.
# Another Python: make test PYTHON=python3.12
PYTHON ?= python3
RUN = @$(PYTHON) -m macros

.PHONY: help setup site build preview check test format bench lock translations previews generate clean
help:    ; $(RUN) --help
setup:   ; $(RUN) setup
site:    ; $(RUN) site $(if $(REPORT),--report $(REPORT))
build:   ; $(RUN) build $(if $(PDF),--pdf)
preview: ; $(RUN) preview $(if $(AGAINST),--against $(AGAINST))
check:   ; $(RUN) check
test:    ; $(RUN) test
format:  ; $(RUN) format
bench:   ; $(RUN) bench
lock:    ; $(RUN) lock
translations: ; $(RUN) translations
generate: ; $(RUN) generate
previews: ; $(RUN) previews
clean:   ; $(RUN) clean

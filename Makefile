# 两条命令：make demo（跑一遍主流程）、make test（全部检查）。
PYTHON ?= python3
VENV := .venv
BIN := $(VENV)/bin
PIP := $(BIN)/python -m pip install --quiet --disable-pip-version-check --require-hashes
# The segmenter in Rust starts in a tenth of a second; without a wheel for this machine jieba does the work.
FAST := $(PIP) --only-binary :all: -r requirements-fast.lock 2>/dev/null
SLOW := echo "这台机器没有 rjieba 的安装包，分词用 jieba（结果相同，断长标题时慢约半秒）。"

.PHONY: demo test clean

demo: $(VENV)/.runtime-installed
	@$(BIN)/python -m compileall -q cli.py generator
	@$(BIN)/python scripts/demo.py

test: $(VENV)/.test-installed
	@$(BIN)/python -m compileall -q cli.py generator
	$(BIN)/ruff check .
	$(BIN)/ruff format --check .
	$(BIN)/mypy
	$(BIN)/lint-imports
	$(BIN)/python scripts/check_sizes.py
	$(BIN)/python scripts/make_rule_docs.py --check
	$(BIN)/pytest -q

clean:
	rm -rf $(VENV) out build dist

$(BIN)/python:
	@sh scripts/make_venv.sh "$(PYTHON)" "$(VENV)"

$(VENV)/.runtime-installed: requirements.lock requirements-fast.lock | $(BIN)/python
	@$(PIP) -r requirements.lock
	@$(FAST) || $(SLOW)
	@touch $@

$(VENV)/.test-installed: requirements-test.lock requirements-fast.lock | $(BIN)/python
	@$(PIP) -r requirements-test.lock
	@$(FAST) || $(SLOW)
	@touch $@ $(VENV)/.runtime-installed

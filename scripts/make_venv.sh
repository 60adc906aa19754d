#!/bin/sh
# Makes the virtual environment, or says in Chinese what the system lacks.
# usage: make_venv.sh PYTHON FOLDER
set -u
python="$1"
folder="$2"

if ! command -v "$python" >/dev/null 2>&1; then
    echo "找不到 $python：请先安装 Python 3.11 或更新版本（Debian/Ubuntu：apt install python3 python3-venv）。" >&2
    exit 2
fi
if ! "$python" -c 'import sys; sys.exit(sys.version_info < (3, 11))'; then
    echo "$python 版本过旧（$("$python" -V 2>&1)）：请安装 Python 3.11 或更新版本，再运行 make PYTHON=新版本的路径。" >&2
    exit 2
fi
if "$python" -m venv "$folder" >/dev/null 2>&1 && "$folder/bin/python" -m pip --version >/dev/null 2>&1; then
    exit 0
fi
rm -rf "$folder"
version="$("$python" -c 'import sys; print("%d.%d" % sys.version_info[:2])')"
echo "$python 不能建立带 pip 的虚拟环境。请先安装系统软件包再重试：" >&2
echo "  Debian/Ubuntu/麒麟/统信：apt install python3-venv（或 python${version}-venv）" >&2
echo "  Fedora/CentOS/openEuler：dnf install python3-pip" >&2
echo "  Alpine：apk add py3-pip" >&2
exit 2

#!/bin/sh
# Grades programs with cglass: every test of an exercise, for every student.
#
#     sh grade.sh EXERCISE SUBMISSIONS REPORTS > results.csv
#
# EXERCISE     a folder with NAME.in (the input) and NAME.out (what must be
#              printed) for each test, and NAME.args (arguments) if there are any
# SUBMISSIONS  a folder with one folder for each student, with .c files in it
# REPORTS      a folder that is made: for each student and test what cglass
#              said (.txt) and its report for programs (.json)
#
# The verdict of a test is one of
#   passed     prints what it must, and cglass finds nothing
#   output     nothing is found, but something else is printed
#   leak       prints what it must, but blocks are lost
#   findings   something that C does not allow; the last column says what
#   limit      it did not end, or printed without end
#   rejected   it does not compile
set -eu

if [ $# -ne 3 ]; then
    echo "usage: sh grade.sh EXERCISE SUBMISSIONS REPORTS" >&2
    exit 2
fi
exercise=$1 submissions=$2 reports=$3

# The same for everybody, and nothing that a program could do harm with. Limits
# in steps, not in seconds: the verdict is the same on every machine.
limits="--max-steps 20000000 --max-output 1M --heap-size 64M --files none --clock fixed"

# The values of one name in a report for programs, in the order of their first
# appearance, without repetition.
values() { sed -n "s/^ *\"$1\": \"\([^\"]*\)\".*/\1/p" "$2" | awk '!seen[$0]++'; }

verdict() {
    report=$1 printed=$2 expected=$3
    case $(values status "$report") in
        rejected) echo rejected ;;
        limit) echo limit ;;
        findings) echo findings ;;
        ok)
            if ! cmp -s "$printed" "$expected"; then
                echo output
            elif values class "$report" | grep -qE '^(definite|cycle)$'; then
                echo leak
            else
                echo passed
            fi
            ;;
        *) echo unknown ;;
    esac
}

mkdir -p "$reports"
echo "student,test,verdict,told"
for folder in "$submissions"/*/; do
    student=$(basename "$folder")
    for input in "$exercise"/*.in; do
        test=$(basename "$input" .in)
        report=$reports/$student-$test
        arguments=
        [ -f "$exercise/$test.args" ] && arguments=$(cat "$exercise/$test.args")
        # The exit code is in the report too; here it would only end the script.
        # shellcheck disable=SC2086
        cglass $limits --json "$report.json" "$folder"*.c -- $arguments \
            <"$input" >"$report.printed" 2>"$report.txt" || true
        told=$({ values code "$report.json"; values kind "$report.json"; values class "$report.json"; } | paste -sd ' ' -)
        echo "$student,$test,$(verdict "$report.json" "$report.printed" "$exercise/$test.out"),$told"
    done
done

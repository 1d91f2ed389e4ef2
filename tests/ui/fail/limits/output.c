//@ options: --max-output 1000
#include <stdio.h>
int main(void) {
    for (;;) puts("again and again"); //~ output-limit
}

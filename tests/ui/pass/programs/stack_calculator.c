//@ stdin: 3 4 + 2 * 7 - 10 /\n
#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>

#define DEPTH 16
static double stack[DEPTH];
static int top;

static void push(double v) { if (top < DEPTH) stack[top++] = v; }
static double pop(void) { return top > 0 ? stack[--top] : 0; }

int main(void) {
    char token[32];
    while (scanf("%31s", token) == 1) {
        if (isdigit((unsigned char)token[0])) { push(atof(token)); continue; }
        double b = pop(), a = pop();
        switch (token[0]) {
            case '+': push(a + b); break;
            case '-': push(a - b); break;
            case '*': push(a * b); break;
            case '/': push(b != 0 ? a / b : 0); break;
        }
    }
    printf("%.3f\n", pop());
    return 0;
}

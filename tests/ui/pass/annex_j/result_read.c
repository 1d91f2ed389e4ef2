// 6.2.4p8: read within the expression, again and again; copies may be changed
//@ options: -W all=error
#include <stdio.h>
#include <string.h>
struct text {
    char letters[8];
    int more[2];
};
static struct text make(int n) {
    struct text text = {"abc", {n, n}};
    return text;
}
static struct text changed(struct text text) {
    text.letters[0] = 'x';
    return text;
}
int main(void) {
    int sum = 0;
    for (int i = 0; i < 3; i++) {
        struct text copy = make(i);
        copy.letters[1] = 'y';
        printf("%s %s %s %zu\n", make(i).letters, changed(copy).letters, copy.letters, strlen(make(i).letters));
        sum += make(i).more[1] + *make(i).more;
    }
    return sum - 6;
}

#include <stdlib.h>
void stop(int n) {
    if (n == 0)
        exit(0);
}
int count(int n) {
    stop(n);
    return 1 + count(n - 1);
}
int sum(int n) {
    return n == 0 ? 0 : n + sum(n - 1);
}
int even(int n) {
    return n == 0 || (n > 1 && even(n - 2));
}
int main(void) {
    return count(sum(2) + even(2));
}

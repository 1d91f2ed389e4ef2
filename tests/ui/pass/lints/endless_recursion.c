int count(int n) {
    if (n < 0)
        n = 0;
    return 1 + count(n - 1); //~ endless-recursion
}
int main(int argc, char **argv) {
    (void)argv;
    return argc > 100 ? count(3) : 0;
}

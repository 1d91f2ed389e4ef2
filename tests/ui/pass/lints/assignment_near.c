int next(void) {
    static int n = 3;
    return n--;
}
int main(void) {
    int x;
    while ((x = next()))
        ;
    if ((x = next()) != 0)
        return 0;
    return 1;
}

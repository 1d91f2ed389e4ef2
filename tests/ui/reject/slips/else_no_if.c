int main(void) {
    int x = 1;
    if (x);
        x = 2;
    else //~ syntax-error
        x = 3;
    return x;
}

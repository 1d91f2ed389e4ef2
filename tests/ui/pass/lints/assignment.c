int main(void) {
    int x = 1;
    if (x = 0) //~ assignment-in-condition
        return 1;
    while (x =! 1) //~ assignment-in-condition
        x = 1;
    return x;
}

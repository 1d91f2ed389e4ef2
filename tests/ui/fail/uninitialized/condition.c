int main(void) {
    int flag;
    if (flag) //~ uninitialized-read
        return 1;
    return 0;
}

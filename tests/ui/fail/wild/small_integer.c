int main(void) {
    int *p = (int *)1234;
    return *p; //~ wild-pointer
}

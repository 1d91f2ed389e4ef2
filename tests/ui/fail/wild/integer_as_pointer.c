int main(void) {
    int *p = (int *)123456;
    return *p; //~ wild-pointer
}

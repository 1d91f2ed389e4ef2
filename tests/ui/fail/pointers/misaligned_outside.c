int main(void) {
    char bytes[8] = {0};
    int *p = (int *)(bytes + 5);
    return *p; //~ out-of-bounds
}

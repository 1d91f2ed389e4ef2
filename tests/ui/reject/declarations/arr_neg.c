int a[-1]; //~ array-length
int main(void) {
    return 0;
}

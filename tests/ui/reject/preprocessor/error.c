#error stop //~ error-directive
int main(void) {
    return 0;
}

int a = 1 << 40; //~ invalid-shift
int main(void) {
    return 0;
}

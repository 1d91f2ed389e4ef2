int main(void) {
    __asm__("nop"); //~ unsupported
    return 0;
}

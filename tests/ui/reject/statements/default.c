int main(void) {
    default: return 0; //~ stray-case
}

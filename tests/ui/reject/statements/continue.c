int main(void) {
    continue; //~ stray-jump
    return 0;
}

int main(void) {
    break; //~ stray-jump
    return 0;
}

#warning careful //~ warning-directive
int main(void) {
    return 0;
}

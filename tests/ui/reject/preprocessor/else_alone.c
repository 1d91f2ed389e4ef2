#else //~ stray-conditional
int main(void) {
    return 0;
}

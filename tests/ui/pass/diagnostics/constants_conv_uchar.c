unsigned char c = 256; //~ constant-overflow
int main(void) {
    return 0;
}

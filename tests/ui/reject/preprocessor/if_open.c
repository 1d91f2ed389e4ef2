#if 1 //~ unterminated-conditional
int x;
int main(void) {
    return 0;
}

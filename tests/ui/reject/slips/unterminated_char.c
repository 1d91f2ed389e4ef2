int main(void) {
    char c = 'a; //~ unterminated-character
    return c;
}

int main(void) {
    return ''; //~ empty-character
}

short char c; //~ invalid-type
int main(void) {
    return 0;
}

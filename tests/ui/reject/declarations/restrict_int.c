int restrict x; //~ invalid-restrict
int main(void) {
    return 0;
}

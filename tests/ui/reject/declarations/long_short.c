long short x; //~ invalid-type
int main(void) {
    return 0;
}

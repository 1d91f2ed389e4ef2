signed void *p; //~ invalid-type
int main(void) {
    return 0;
}

_Bool int x; //~ invalid-type
int main(void) {
    return 0;
}

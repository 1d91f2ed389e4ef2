int x = 0b102; //~ bad-number
int main(void) {
    return 0;
}

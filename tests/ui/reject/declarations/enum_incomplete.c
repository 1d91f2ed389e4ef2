enum e x; //~ incomplete-type
int main(void) {
    return 0;
}

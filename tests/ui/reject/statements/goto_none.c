int main(void) {
    goto a; //~ undefined-label
    return 0;
}

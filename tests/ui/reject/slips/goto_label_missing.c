int main(void) {
    goto end; //~ undefined-label
    return 0;
}

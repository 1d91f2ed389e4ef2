int main(void) {
    return (int)1lul; //~ bad-number
}

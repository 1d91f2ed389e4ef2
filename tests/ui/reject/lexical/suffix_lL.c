int main(void) {
    return (int)1lL; //~ bad-number
}

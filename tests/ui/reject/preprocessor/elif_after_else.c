#if 0
#else
#elif 1 //~ stray-conditional
#endif
int main(void) {
    return 0;
}

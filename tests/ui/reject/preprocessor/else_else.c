#if 1
#else
#else //~ stray-conditional
#endif
int main(void) {
    return 0;
}

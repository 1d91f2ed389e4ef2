void uncallable(void nothing); //~ void-parameter
extern void opaque;
int main(void)
{
    return 0;
}

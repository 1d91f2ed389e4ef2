#pragma once
typedef unsigned long size_t;
typedef long ssize_t;
typedef long off_t;
typedef int pid_t;
typedef unsigned int uid_t;
typedef unsigned int gid_t;
typedef unsigned int useconds_t;
typedef long intptr_t;
#undef NULL
#define NULL ((void *)0)
#define STDIN_FILENO 0
#define STDOUT_FILENO 1
#define STDERR_FILENO 2
#define F_OK 0
#define X_OK 1
#define W_OK 2
#define R_OK 4
#define SEEK_SET 0
#define SEEK_CUR 1
#define SEEK_END 2
#define _SC_CLK_TCK 2
#define _SC_OPEN_MAX 4
#define _SC_PAGESIZE 30
#define _SC_PAGE_SIZE 30
#define _SC_NPROCESSORS_CONF 83
#define _SC_NPROCESSORS_ONLN 84
#define _POSIX_VERSION 200809L
#ifdef _GNU_SOURCE
extern char **environ;
#endif
extern char *optarg;
extern int optind, opterr, optopt;
int getopt(int argc, char *const argv[], const char *options);
unsigned int sleep(unsigned int seconds);
int usleep(useconds_t microseconds);
pid_t getpid(void);
pid_t getppid(void);
uid_t getuid(void);
uid_t geteuid(void);
gid_t getgid(void);
gid_t getegid(void);
int getpagesize(void);
int gethostname(char *name, size_t n);
void swab(const void *restrict from, void *restrict to, ssize_t n);
int rmdir(const char *path);
off_t lseek(int fd, off_t offset, int whence);
int fsync(int fd);
int truncate(const char *path, off_t length);
int ftruncate(int fd, off_t length);
int isatty(int fd);
int access(const char *path, int mode);
char *getcwd(char *buf, size_t size);
int unlink(const char *path);
ssize_t read(int fd, void *buf, size_t n);
ssize_t write(int fd, const void *buf, size_t n);
int close(int fd);
long sysconf(int name);
_Noreturn void _exit(int status);
